package io.dsreview.core.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.api.superset.SupersetLink;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The core's own JSON mapper; a host's mapper is never used. Records by their components, ids as plain strings, variants
 * by the short names in {@link Variants}. No class name is ever written, and an unknown property is an error: nothing
 * is guessed when old bytes are read.
 */
final class ReviewJson {

    /** What is read was written here: a limit on names or texts would only make a session unreadable. */
    private static final StreamReadConstraints WHATEVER_WAS_WRITTEN = StreamReadConstraints.builder()
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    /** Takes long to make and learns the types it meets, is immutable, and is therefore shared. */
    private static final JsonMapper MAPPER = make();

    private static final JsonMapper STORED = StoredField.in(MAPPER);

    private ReviewJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** The same, for what is stored: a field as a {@link StoredField}. */
    static JsonMapper stored() {
        return STORED;
    }

    private static JsonMapper make() {
        SimpleModule ids = new SimpleModule("dsreview-ids").setValueInstantiators(new RecordConstructors());
        text(ids, EnvironmentId.class, EnvironmentId::value, EnvironmentId::new);
        text(ids, FieldId.class, FieldId::value, FieldId::new);
        text(ids, FilterId.class, FilterId::value, FilterId::new);
        text(ids, FindingId.class, FindingId::value, FindingId::new);
        text(ids, IdempotencyKey.class, IdempotencyKey::value, IdempotencyKey::new);
        text(ids, LaunchId.class, LaunchId::value, LaunchId::new);
        text(ids, MappingId.class, MappingId::value, MappingId::new);
        text(ids, PreviewId.class, PreviewId::value, PreviewId::new);
        text(ids, QuestionId.class, QuestionId::value, QuestionId::new);
        text(ids, RecoveryItemId.class, RecoveryItemId::value, RecoveryItemId::new);
        text(ids, SessionId.class, SessionId::value, SessionId::new);
        text(ids, SourceId.class, SourceId::value, SourceId::new);
        text(ids, TenantId.class, TenantId::value, TenantId::new);
        text(ids, UserId.class, UserId::value, UserId::new);
        text(ids, VariableId.class, VariableId::value, VariableId::new);
        text(ids, Sha256.class, Sha256::hex, Sha256::new);
        // Who asks is part of a command's hash, what roles they hold is not: a set has no order to rely on.
        ids.addSerializer(Actor.class, writer(actor -> actor.tenant() + "/" + actor.user()));
        ids.addSerializer(SemanticSource.class, writer(ReviewJson::source));
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(WHATEVER_WAS_WRITTEN)
                        .build())
                .addModule(ids)
                .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        Variants.of(ExecutionTarget.class, ExecutionTarget.DatasetRows.class, ExecutionTarget.ChartQuery.class)
                .register(builder);
        Variants.of(
                        SupersetLink.class,
                        SupersetLink.Dashboard.class,
                        SupersetLink.Embedded.class,
                        SupersetLink.Explore.class,
                        SupersetLink.SqlLab.class,
                        SupersetLink.Dataset.class)
                .register(builder);
        Variants.of(
                        FieldDecision.class,
                        FieldDecision.Undecided.class,
                        FieldDecision.Imported.class,
                        FieldDecision.Accepted.class,
                        FieldDecision.Manual.class)
                .register(builder);
        Variants.of(Place.class, Place.Line.class, Place.Path.class, Place.Draft.class, Place.DatasetField.class)
                .register(builder);
        Variants.of(
                        MappingTarget.class,
                        MappingTarget.Column.class,
                        MappingTarget.Variable.class,
                        MappingTarget.Time.class)
                .register(builder);
        Variants.of(
                        LaunchOutcome.class,
                        LaunchOutcome.Succeeded.class,
                        LaunchOutcome.Running.class,
                        LaunchOutcome.Failed.class,
                        LaunchOutcome.Refused.class,
                        LaunchOutcome.Unknown.class,
                        LaunchOutcome.ConfirmedByHand.class)
                .register(builder);
        Variants.of(SessionSource.class, SessionSource.Link.class, SessionSource.Dataset.class)
                .register(builder);
        Variants.of(
                        Choice.class,
                        Choice.Accept.class,
                        Choice.Reject.class,
                        Choice.Write.class,
                        Choice.Clear.class,
                        Choice.Lock.class,
                        Choice.Unlock.class)
                .register(builder);
        return builder.build();
    }

    private static String source(SemanticSource source) {
        if (source instanceof Dictionary dictionary) {
            return source.id() + "@" + dictionary.version().hex() + "/" + dictionary.format();
        }
        return source instanceof DbtModel dbt
                ? source.id() + "@" + dbt.version().hex() + "/" + dbt.artifact() + "/" + dbt.model()
                : source.getClass().getSimpleName() + " " + source.id();
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> toText, Function<String, T> fromText) {
        module.addSerializer(type, writer(toText));
        module.addKeySerializer(type, keyWriter(toText));
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return fromText.apply(parser.getString());
            }
        });
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return fromText.apply(key);
            }
        });
    }

    private static <T> ValueSerializer<T> writer(Function<T, String> toText) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(toText.apply(value));
            }
        };
    }

    private static <T> ValueSerializer<T> keyWriter(Function<T, String> toText) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeName(toText.apply(value));
            }
        };
    }
}
