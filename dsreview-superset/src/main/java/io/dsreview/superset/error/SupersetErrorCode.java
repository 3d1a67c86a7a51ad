package io.dsreview.superset.error;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.RetryClass;

/** What can be wrong between dsreview and a Superset. The words are in the bundle {@code io.dsreview.superset.Messages}. */
public enum SupersetErrorCode implements ErrorCode {
    /** Nothing was pasted. */
    LINK_EMPTY(RetryClass.FIX_FIRST),
    /** The pasted text is too long. */
    LINK_TOO_LONG(RetryClass.FIX_FIRST),
    /** The pasted text holds a control character, or one that changes the direction of text. */
    LINK_CHARACTER_ILLEGAL(RetryClass.FIX_FIRST),
    /** The pasted text is no http or https link. */
    LINK_NOT_HTTP(RetryClass.FIX_FIRST),
    /** The link names a user or password. */
    LINK_HAS_USER_INFO(RetryClass.FIX_FIRST),
    /** The link cannot be taken apart, or not in one way only. */
    LINK_UNREADABLE(RetryClass.FIX_FIRST),
    /** The link matches no configured environment. */
    LINK_ENVIRONMENT_UNKNOWN(RetryClass.FIX_FIRST),
    /** A key or name in the link has characters that Superset's have not. */
    LINK_KEY_ILLEGAL(RetryClass.FIX_FIRST),
    /** The filter state in the link is no Rison. */
    LINK_RISON_UNREADABLE(RetryClass.FIX_FIRST),
    /** A page of Superset that lists things and names no single one. */
    LINK_IS_A_LIST(RetryClass.FIX_FIRST),
    /** A page that Superset has had and has no more, and that nothing but the page could resolve. */
    LINK_PAGE_REMOVED(RetryClass.FIX_FIRST),
    /** A page of Superset, but the link names nothing that it shows. */
    LINK_NAMES_NOTHING(RetryClass.FIX_FIRST),
    /** No page of Superset that is known. */
    LINK_PAGE_UNKNOWN(RetryClass.FIX_FIRST),

    /** No such environment is configured. */
    SUPERSET_ENVIRONMENT_UNKNOWN(RetryClass.FIX_FIRST),
    /** The host has no usable credential for the actor. */
    SUPERSET_CREDENTIAL_UNUSABLE(RetryClass.FIX_FIRST),
    /** No connection could be made. */
    SUPERSET_UNREACHABLE(RetryClass.RETRY),
    /** There was no complete answer in time. */
    SUPERSET_TIMEOUT(RetryClass.RETRY),
    /** Too many requests are under way from here. */
    SUPERSET_BUSY(RetryClass.RETRY),
    /** Too many requests were started from here within a second. */
    SUPERSET_THROTTLED(RetryClass.RETRY),
    /** Too many of the last requests failed, so that none is sent for a while. */
    SUPERSET_CIRCUIT_OPEN(RetryClass.RETRY),
    /** The connection to Superset was closed by the host. */
    SUPERSET_CLOSED(RetryClass.FIX_FIRST),
    /** The thread was interrupted. */
    SUPERSET_INTERRUPTED(RetryClass.RETRY),
    /** The connection broke within the answer. */
    SUPERSET_ANSWER_INCOMPLETE(RetryClass.RETRY),
    /** The answer is larger than is read. */
    SUPERSET_ANSWER_TOO_LARGE(RetryClass.FIX_FIRST),
    /** The answer is not JSON: an error page, or no Superset at all. */
    SUPERSET_ANSWER_NOT_JSON(RetryClass.RETRY),
    /** The answer is JSON of another shape than Superset's. */
    SUPERSET_ANSWER_UNEXPECTED(RetryClass.FIX_FIRST),
    /** The answer is a redirect; none is followed. */
    SUPERSET_REDIRECTED(RetryClass.FIX_FIRST),
    /** Superset asks for a login although one was made. */
    SUPERSET_LOGIN_DEMANDED(RetryClass.FIX_FIRST),
    /** User name or password are wrong. */
    SUPERSET_LOGIN_REFUSED(RetryClass.FIX_FIRST),
    /** Superset does not offer this kind of login. */
    SUPERSET_LOGIN_NOT_OFFERED(RetryClass.FIX_FIRST),
    /** The access token or session is expired, malformed or foreign. */
    SUPERSET_TOKEN_REFUSED(RetryClass.FIX_FIRST),
    /** The server cannot read the access tokens that it makes itself. */
    SUPERSET_TOKEN_UNREADABLE(RetryClass.FIX_FIRST),
    /** Superset wants another CSRF token than the one it gave. */
    SUPERSET_CSRF_REFUSED(RetryClass.FIX_FIRST),
    /** The identity may not do this. */
    SUPERSET_ACCESS_DENIED(RetryClass.FIX_FIRST),
    /** There is no such thing, or it is hidden from the identity. */
    SUPERSET_NOT_FOUND(RetryClass.FIX_FIRST),
    /** Too many requests. */
    SUPERSET_RATE_LIMITED(RetryClass.RETRY),
    /** A gateway answers in the place of Superset. */
    SUPERSET_UNAVAILABLE(RetryClass.RETRY),
    /** Superset does not accept the request. */
    SUPERSET_REQUEST_REFUSED(RetryClass.FIX_FIRST),
    /** Superset failed. */
    SUPERSET_FAILED(RetryClass.RETRY),

    /** The source of meanings is no dataset. */
    REFERENCE_NO_DATASET(RetryClass.FIX_FIRST),
    /** The host does not trust the dataset to say what fields mean. */
    REFERENCE_NOT_TRUSTED(RetryClass.FIX_FIRST),
    /** The dataset is trusted only while it is certified, and it is not. */
    REFERENCE_NOT_CERTIFIED(RetryClass.FIX_FIRST),
    /** The trusted dataset is gone or hidden. */
    REFERENCE_HIDDEN(RetryClass.FIX_FIRST),
    /** The trusted dataset was changed while it was read. */
    REFERENCE_CHANGED(RetryClass.RETRY),

    /** The server does not tell its version, or whether it renders templates. */
    RECOVERY_SERVER_UNKNOWN(RetryClass.FIX_FIRST),
    /** The permalink names nothing any more, so that nothing at all can be recovered. */
    RECOVERY_PERMALINK_LOST(RetryClass.FIX_FIRST),
    /** The permalink names nothing any more; the dashboard is known without it. */
    RECOVERY_PERMALINK_STATE_LOST(RetryClass.FIX_FIRST),
    /** The saved filter state is gone. */
    RECOVERY_STATE_LOST(RetryClass.FIX_FIRST),
    /** The state that the link itself holds cannot be read. */
    RECOVERY_INLINE_STATE_UNREADABLE(RetryClass.FIX_FIRST),
    /** The link sets filter boxes, which Superset has no more. */
    RECOVERY_PRESELECT_FILTERS(RetryClass.FIX_FIRST),
    /** The saved chart is gone or hidden. */
    RECOVERY_CHART_GONE(RetryClass.FIX_FIRST),
    /** A condition of the chart's own that is not carried. */
    RECOVERY_AD_HOC_NOT_CARRIED(RetryClass.FIX_FIRST),
    /** The query is gone, or another person's. */
    RECOVERY_QUERY_HIDDEN(RetryClass.FIX_FIRST),
    /** The permalink into SQL Lab names nothing any more, or this version has none. */
    RECOVERY_SQLLAB_PERMALINK_LOST(RetryClass.FIX_FIRST),
    /** A shared query of old that this version shows to browsers only. */
    RECOVERY_SHARED_QUERY_SESSION_ONLY(RetryClass.FIX_FIRST),
    /** A shared query of old in whose place this version would show another one. */
    RECOVERY_SHARED_QUERY_MISTAKEN(RetryClass.FIX_FIRST),
    /** The link does not tell in which database its SQL runs. */
    RECOVERY_QUERY_WITHOUT_DATABASE(RetryClass.FIX_FIRST),
    /** Superset does not tell with which parameters the query ran. */
    RECOVERY_QUERY_PARAMETERS_UNTOLD(RetryClass.FIX_FIRST),
    /** The dashboard's settings cannot be read. */
    RECOVERY_METADATA_UNREADABLE(RetryClass.FIX_FIRST),
    /** A chart names no dataset. */
    RECOVERY_CHART_WITHOUT_DATASET(RetryClass.FIX_FIRST),
    /** A dataset is gone or hidden. */
    RECOVERY_DATASET_HIDDEN(RetryClass.FIX_FIRST),
    /** A name that cannot be used as an identifier. */
    RECOVERY_NAME_ILLEGAL(RetryClass.FIX_FIRST),
    /** A parameter of the link whose name or value cannot be carried. */
    RECOVERY_PARAMETER_ILLEGAL(RetryClass.FIX_FIRST),
    /** A parameter of the link whose value is too long. */
    RECOVERY_PARAMETER_TOO_LONG(RetryClass.FIX_FIRST),
    /** Something that should describe a filter does not. */
    RECOVERY_FILTER_UNREADABLE(RetryClass.FIX_FIRST),
    /** A filter that has the id of another one. */
    RECOVERY_FILTER_TWICE(RetryClass.FIX_FIRST),
    /** A filter of a type that is not known. */
    RECOVERY_FILTER_TYPE_UNKNOWN(RetryClass.FIX_FIRST),
    /** A part of a filter's effect is not carried. */
    RECOVERY_FILTER_NOT_CARRIED(RetryClass.FIX_FIRST),
    /** A value of a filter is too long, or there are too many. */
    RECOVERY_FILTER_TOO_LARGE(RetryClass.FIX_FIRST),
    /** The filter's value is its first option, which only a query tells. */
    RECOVERY_FILTER_FIRST_OPTION(RetryClass.FIX_FIRST),
    /** The dashboard demands a value for the filter, and there is none. */
    RECOVERY_FILTER_VALUE_MISSING(RetryClass.FIX_FIRST),
    /** The filter's column or dataset is gone or hidden. */
    RECOVERY_FILTER_TARGET_GONE(RetryClass.FIX_FIRST),
    /** The filter's value under the link is lost; its default is shown instead. */
    RECOVERY_FILTER_STATE_LOST(RetryClass.FIX_FIRST),
    /** The state holds a value for a filter that the dashboard has no more. */
    RECOVERY_FILTER_LEFT_OVER(RetryClass.FIX_FIRST),
    /** The state holds a filter set by a click in a chart. */
    RECOVERY_CROSS_FILTER(RetryClass.FIX_FIRST),
    /** A template uses a macro that no value is carried for. */
    RECOVERY_TEMPLATE_MACRO(RetryClass.FIX_FIRST),
    /** A template uses a name that nothing defines. */
    RECOVERY_TEMPLATE_NAME(RetryClass.FIX_FIRST),
    /** A template uses a plain name that has neither a value nor a default. */
    RECOVERY_TEMPLATE_VALUE_MISSING(RetryClass.FIX_FIRST),
    /** A template computes the name of a parameter or column. */
    RECOVERY_TEMPLATE_ARGUMENT(RetryClass.FIX_FIRST),
    /** A template uses a macro or filter that came with a later version of Superset. */
    RECOVERY_TEMPLATE_NOT_OFFERED(RetryClass.FIX_FIRST),
    /** A template uses a macro of another kind of database than its own. */
    RECOVERY_TEMPLATE_OTHER_DATABASE(RetryClass.FIX_FIRST),
    /** A template puts in a dataset that is gone or hidden. */
    RECOVERY_TEMPLATE_NESTED_HIDDEN(RetryClass.FIX_FIRST),
    /** The server renders no templates. */
    RECOVERY_TEMPLATES_OFF(RetryClass.FIX_FIRST),
    /** A template cannot be parsed. */
    RECOVERY_TEMPLATE_SYNTAX(RetryClass.FIX_FIRST),

    /** No channel of this Superset carries an input. */
    PREVIEW_INPUT_NOT_CARRIED(RetryClass.FIX_FIRST),
    /** An input has no effect on this target, in Superset's page as here. */
    PREVIEW_INPUT_LEFT_OUT(RetryClass.FIX_FIRST),
    /** A variable that the templates require has no value. */
    PREVIEW_VARIABLE_WITHOUT_VALUE(RetryClass.FIX_FIRST),
    /** A value would not only be a value in the SQL. */
    PREVIEW_VALUE_UNSAFE(RetryClass.FIX_FIRST),
    /** Something of a template is left in the SQL. */
    PREVIEW_TEMPLATE_LEFT(RetryClass.FIX_FIRST),
    /** The SQL is not one statement. */
    PREVIEW_SEVERAL_STATEMENTS(RetryClass.FIX_FIRST),
    /** The SQL does more than read, or nobody can tell. */
    PREVIEW_NOT_READ_ONLY(RetryClass.FIX_FIRST),
    /** The value of an input is not legal. */
    PREVIEW_VALUE_ILLEGAL(RetryClass.FIX_FIRST),
    /** Superset could not compile the SQL. */
    PREVIEW_NOT_COMPILED(RetryClass.FIX_FIRST),
    /** Superset answered without SQL. */
    PREVIEW_WITHOUT_SQL(RetryClass.FIX_FIRST),

    /** The chart's form data cannot be read, so that no query can be built of it. */
    CHART_FORM_UNREADABLE(RetryClass.FIX_FIRST),
    /** The chart has no saved query, and is of a type of which none is built. */
    CHART_TYPE_NOT_BUILT(RetryClass.FIX_FIRST),
    /** The chart draws another dataset now. */
    CHART_OF_ANOTHER_DATASET(RetryClass.FIX_FIRST),
    /** The chart asks several queries, and only one statement can be launched. */
    CHART_QUERY_SEVERAL(RetryClass.FIX_FIRST),

    /** The identity may not run the query in SQL Lab. */
    SQLLAB_REFUSED(RetryClass.FIX_FIRST),
    /** SQL Lab ran the query and failed. */
    SQLLAB_FAILED(RetryClass.FIX_FIRST),
    /** Somebody stopped the query in SQL Lab before it ended. */
    SQLLAB_STOPPED(RetryClass.FIX_FIRST),
    /** The answer was lost, and Superset does not know the query. */
    SQLLAB_OUTCOME_UNKNOWN(RetryClass.LOOK_UP_FIRST),
    /** The query is not in the identity's history in SQL Lab. */
    SQLLAB_NOT_IN_HISTORY(RetryClass.LOOK_UP_FIRST),
    /** The query had not ended when the time was up. */
    SQLLAB_STILL_RUNNING(RetryClass.LOOK_UP_FIRST),
    /** Superset was asked to stop the query, and it still runs. */
    SQLLAB_NOT_STOPPED(RetryClass.LOOK_UP_FIRST);

    private static final String BUNDLE = "io.dsreview.superset.Messages";

    private final RetryClass retry;

    SupersetErrorCode(RetryClass retry) {
        this.retry = retry;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public RetryClass retry() {
        return retry;
    }

    @Override
    public String bundle() {
        return BUNDLE;
    }
}
