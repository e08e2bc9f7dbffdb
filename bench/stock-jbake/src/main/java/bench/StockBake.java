package bench;

import java.io.File;
import java.util.List;
import org.jbake.app.Oven;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;

/** Bakes one project with unchanged JBake: what its command line does, without the command line's own libraries. */
public final class StockBake {

    private StockBake() {
    }

    public static void main(String[] args) {
        JBakeConfiguration config = new JBakeConfigurationFactory()
                .createDefaultJbakeConfiguration(new File(args[0]), new File(args[1]), true);
        Oven oven = new Oven(config);
        oven.bake();
        List<Throwable> errors = oven.getErrors();
        errors.forEach(error -> System.err.println(error.getMessage()));
        // OrientDB leaves threads behind; JBake's own launcher ends with System.exit on errors only, but waiting for
        // those threads is no part of baking.
        System.exit(errors.isEmpty() ? 0 : 1);
    }
}
