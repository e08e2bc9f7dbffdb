"""The programs that are compared, and how each is called."""
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from articles import BENCH, ROOT
from sites import FULL, HUGO, SIMPLE

PORTAL = ROOT / "portal"
STOCK = BENCH / "stock-jbake"
OURS, OURS_FULL = "Cách làm hay", "Cách làm hay, full templates"
STOCK_NAME, HUGO_NAME = "JBake 2.7.0", "Hugo"


@dataclass(frozen=True)
class Tool:
    """kind: of the site that it bakes; command: from the site's folder and the output folder."""
    name: str
    kind: str
    command: Callable

    @property
    def is_ours(self):
        return self.name in (OURS, OURS_FULL)


def available(skip):
    """The tools that are installed and wanted; what is missing is told."""
    found = []
    if "jbake" not in skip:
        classpath = build_stock()
        if classpath:
            found.append(Tool(STOCK_NAME, SIMPLE, lambda site, out: [
                "java", "-Dfile.encoding=UTF-8", "-cp", classpath, "bench.StockBake", site, out]))
    if not {"ours", "full"} <= set(skip) and build_ours():
        if "ours" not in skip:
            found.append(Tool(OURS, SIMPLE, portal))
        if "full" not in skip:
            found.append(Tool(OURS_FULL, FULL, portal))
    if "hugo" not in skip:
        if shutil.which("hugo"):
            found.append(Tool(HUGO_NAME, HUGO, lambda site, out: [
                "hugo", "--quiet", "--source", site, "--destination", out]))
        else:
            print("bench: no hugo, so Hugo and the ratios to it are left out")
    return found


def portal(site, out):
    return [PORTAL, "bake", "--lang", "en", "--site", site, "--out", out]


def build_ours():
    """Whether the portal runs; it builds itself when it has to, which must not be measured."""
    if not os.access(PORTAL, os.X_OK):
        print(f"bench: no {PORTAL}, so this project is left out")
        return False
    if subprocess.run([PORTAL, "--version"], stdout=subprocess.DEVNULL).returncode:
        print("bench: ./portal does not run (see above), so this project is left out")
        return False
    return True


def build_stock():
    """Compiles the small main class and returns the class path, or None with a reason printed."""
    classpath, marker = STOCK / "target/classpath.txt", STOCK / "target/classes/bench/StockBake.class"
    sources = [STOCK / "pom.xml", *(STOCK / "src").rglob("*.*")]
    if not shutil.which("java"):
        print("bench: no java, so stock JBake is left out")
        return None
    if not (classpath.exists() and marker.exists()
            and min(classpath.stat().st_mtime, marker.stat().st_mtime) > max(s.stat().st_mtime for s in sources)):
        if not shutil.which("mvn"):
            print("bench: no mvn, so stock JBake is left out")
            return None
        print("bench: building stock JBake", flush=True)
        done = subprocess.run(["mvn", "-q", "-B", "-Dstyle.color=never", "-f", STOCK / "pom.xml", "clean", "compile",
                               "dependency:build-classpath", f"-Dmdep.outputFile={classpath}"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            print(f"{done.stdout}\nbench: Maven failed (see above), so stock JBake is left out")
            return None
    return f"{marker.parent.parent}{os.pathsep}{classpath.read_text().strip()}"
