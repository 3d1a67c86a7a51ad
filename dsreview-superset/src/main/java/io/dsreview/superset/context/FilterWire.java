package io.dsreview.superset.context;

import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import java.util.List;
import java.util.OptionalLong;

/** An entry of {@code native_filter_configuration} in a dashboard's json_metadata. */
record FilterWire(Json json) {

    static List<FilterWire> all(Json metadata) {
        return metadata.at("native_filter_configuration").elements().stream()
                .map(FilterWire::new)
                .toList();
    }

    String id() {
        return json.at("id").text("");
    }

    String name() {
        return SafeText.shown(json.at("name").text(""), SafeText.shown(id(), "filter"));
    }

    String type() {
        return json.at("filterType").text("");
    }

    /** A heading between filters, which filters nothing. */
    boolean isDivider() {
        return json.at("type").text("").equals("DIVIDER");
    }

    OptionalLong dataset() {
        return target().at("datasetId").integer();
    }

    /** Returns the name of the column; empty if the filter is on none. */
    String column() {
        return target().at("column").at("name").text("");
    }

    Json defaultMask() {
        return json.at("defaultDataMask");
    }

    boolean takesFirstOption() {
        return json.at("controlValues").at("defaultToFirstItem").isTrue();
    }

    boolean needsValue() {
        return json.at("controlValues").at("enableEmptyFilter").isTrue();
    }

    /** Returns the ids of the filters whose values limit what this one offers. */
    List<String> parents() {
        return json.at("cascadeParentIds").elements().stream()
                .map(parent -> parent.text(""))
                .filter(SafeText::isIdentifier)
                .toList();
    }

    Json scope() {
        return json.at("scope");
    }

    Json chartsInScope() {
        return json.at("chartsInScope");
    }

    private Json target() {
        List<Json> targets = json.at("targets").elements();
        return targets.isEmpty() ? Json.ABSENT : targets.get(0);
    }
}
