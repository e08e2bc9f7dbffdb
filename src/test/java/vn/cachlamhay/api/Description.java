package vn.cachlamhay.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The OpenAPI file of a site, as a program that trusts it reads it. Stricter than the file itself:
 * a field of which it does not tell is a fault.
 */
final class Description {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SCHEMA = "#/components/schemas/";

  private final ObjectNode document;
  private final Map<String, JsonSchema> schemas = new TreeMap<>();

  Description(String text) {
    this.document = (ObjectNode) read(text);
  }

  JsonNode document() {
    return document;
  }

  /** The paths of the file, with their names in braces. */
  List<String> paths() {
    var paths = new ArrayList<String>();
    document.get("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  /** The path that an address is one of: one without names goes first, as OpenAPI says. */
  Optional<String> pathOf(String uri) {
    String asked = "/" + uri;
    return paths().contains(asked)
        ? Optional.of(asked)
        : paths().stream()
            .filter(path -> asked.matches(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
            .findFirst();
  }

  /** What is wrong with a file; nothing where it is as its path tells. */
  Set<ValidationMessage> faults(String path, String text) {
    String ref =
        document
            .at("/paths/" + path.replace("/", "~1") + "/get/responses/200/content")
            .at("/application~1json/schema/$ref")
            .asText();
    return schemas.computeIfAbsent(ref, this::schema).validate(read(text));
  }

  /** Names of schemas that something refers to. */
  Set<String> referred() {
    return new TreeSet<>(
        document.findValuesAsText("$ref").stream().map(r -> r.replace(SCHEMA, "")).toList());
  }

  /** Names of schemas that there are. */
  Set<String> named() {
    var names = new TreeSet<String>();
    document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonSchema schema(String ref) {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$ref", ref);
    JsonNode components = document.get("components").deepCopy();
    components
        .get("schemas")
        .forEach(each -> ((ObjectNode) each).put("unevaluatedProperties", false));
    schema.set("components", components);
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonMetaSchema language =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components"))
            .build();
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
        .metaSchema(language)
        .build()
        .getSchema(schema, config);
  }

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
