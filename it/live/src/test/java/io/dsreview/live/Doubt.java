package io.dsreview.live;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The manifest's reasons why something cannot be recovered, and the codes by which dsreview says the same. */
enum Doubt {
    STATE_LOST(
            SupersetErrorCode.RECOVERY_STATE_LOST,
            SupersetErrorCode.RECOVERY_PERMALINK_STATE_LOST,
            SupersetErrorCode.RECOVERY_INLINE_STATE_UNREADABLE,
            SupersetErrorCode.LINK_RISON_UNREADABLE,
            SupersetErrorCode.RECOVERY_FILTER_STATE_LOST),
    LEGACY(SupersetErrorCode.RECOVERY_PRESELECT_FILTERS),
    SESSION_ONLY(SupersetErrorCode.RECOVERY_SHARED_QUERY_SESSION_ONLY),
    COLUMN_GONE(SupersetErrorCode.RECOVERY_FILTER_TARGET_GONE),
    DATASET_GONE(SupersetErrorCode.RECOVERY_FILTER_TARGET_GONE, SupersetErrorCode.RECOVERY_DATASET_HIDDEN),
    FIRST_ITEM(SupersetErrorCode.RECOVERY_FILTER_FIRST_OPTION),
    REQUIRED_EMPTY(SupersetErrorCode.RECOVERY_FILTER_VALUE_MISSING),
    LEFT_OVER(SupersetErrorCode.RECOVERY_FILTER_LEFT_OVER),
    SQL(SupersetErrorCode.RECOVERY_AD_HOC_NOT_CARRIED),
    COMPUTED_ARGUMENT(SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT),
    TEMPLATE_SYNTAX(SupersetErrorCode.RECOVERY_TEMPLATE_SYNTAX),
    UNDEFINED_ATTRIBUTE(SupersetErrorCode.RECOVERY_TEMPLATE_NAME),
    UNKNOWN_FILTER(SupersetErrorCode.RECOVERY_TEMPLATE_MACRO),
    MACRO_OF_ANOTHER_DATABASE(SupersetErrorCode.RECOVERY_TEMPLATE_OTHER_DATABASE),
    NO_VALUE(SupersetErrorCode.RECOVERY_TEMPLATE_VALUE_MISSING),
    NOT_OFFERED(SupersetErrorCode.RECOVERY_TEMPLATE_NOT_OFFERED),
    DATABASE_UNNAMED(SupersetErrorCode.RECOVERY_QUERY_WITHOUT_DATABASE),
    PARAMETERS_UNTOLD(SupersetErrorCode.RECOVERY_QUERY_PARAMETERS_UNTOLD),
    NOT_FOUND(
            SupersetErrorCode.SUPERSET_NOT_FOUND,
            SupersetErrorCode.RECOVERY_PERMALINK_LOST,
            SupersetErrorCode.RECOVERY_SQLLAB_PERMALINK_LOST,
            SupersetErrorCode.RECOVERY_QUERY_HIDDEN,
            SupersetErrorCode.RECOVERY_CHART_GONE,
            SupersetErrorCode.RECOVERY_DATASET_HIDDEN);

    private final String codes;

    Doubt(SupersetErrorCode... codes) {
        this.codes = Arrays.toString(codes);
    }

    boolean isSaidBy(String code) {
        return List.of(codes.substring(1, codes.length() - 1).split(", ")).contains(code);
    }

    /** Returns a doubt of the manifest by its name, empty for a name that is new here. */
    static Optional<Doubt> named(String why) {
        return Arrays.stream(values()).filter(each -> each.name().equals(why)).findFirst();
    }
}
