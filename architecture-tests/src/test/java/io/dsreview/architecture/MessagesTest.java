package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Topic;
import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.PreviewClause;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.dictionary.DictionaryProblem;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.ConversionProblem;
import io.dsreview.superset.error.SupersetErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message bundle says the same in every language, about everything that there is, and about nothing else. */
class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern PLURAL = Pattern.compile("\\{([A-Za-z]+)\\|([^{}]*)}");
    private static final Pattern COUNTED = Pattern.compile("\\{count} [A-Za-z]+s\\b");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** What must have words, by bundle: a key of a bundle begins with one of these, or is a word for an argument. */
    private static final Map<String, Set<String>> SUBJECTS = Map.of(
            "io/dsreview/core/Messages.properties", codes(ReviewProblem.values()),
            "io/dsreview/core/dictionary/Messages.properties", codes(DictionaryProblem.values()),
            "io/dsreview/core/mapping/Messages.properties", codes(ConversionProblem.values()),
            "io/dsreview/superset/Messages.properties", codes(SupersetErrorCode.values()),
            "io/dsreview/api/clarification/Questions.properties", constants("", Topic.values()),
            "io/dsreview/api/execution/LaunchClauses.properties", constants("", LaunchClause.values()),
            "io/dsreview/api/execution/PreviewClauses.properties", constants("", PreviewClause.values()),
            "io/dsreview/api/session/Session.properties",
                    union(
                            constants("event.", SessionEvent.Type.values()),
                            constants("action.", RecommendedAction.values())));

    private static final String SOURCES = SourceTree.mainSources().stream()
            .map(source -> String.join("\n", source.lines()))
            .collect(Collectors.joining("\n"));

    /** A bundle, by its file from its source folder. */
    record Bundle(Path folder, String file) {

        TreeMap<String, String> words() {
            return read(folder.resolve(file));
        }

        TreeMap<String, String> words(String language) {
            return read(folder.resolve(file.replace(".properties", "_" + language + ".properties")));
        }

        private static TreeMap<String, String> read(Path file) {
            Properties properties = new UniqueKeys();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("A language is missing: " + file, e);
            }
            TreeMap<String, String> words = new TreeMap<>();
            properties.forEach((key, text) -> words.put((String) key, (String) text));
            return words;
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** Finds what {@link Properties} would pass over: that a key is there twice. */
    private static final class UniqueKeys extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            assertThat(before).as("the key " + key + " is there twice").isNull();
            return null;
        }
    }

    static List<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        for (String module : List.of("dsreview-api", "dsreview-core", "dsreview-superset", "samples/quickstart")) {
            Path folder = SourceTree.root().resolve(module).resolve("src/main/resources");
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.matches(".*/[A-Z]\\w*\\.properties"))
                        .filter(file -> !file.matches(".*_[a-z]{2}\\.properties"))
                        .sorted()
                        .forEach(file -> bundles.add(new Bundle(folder, file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(bundles).hasSizeGreaterThan(5);
        return bundles;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everyBundleHasTheSameKeysInRussian(Bundle bundle) {
        assertThat(bundle.words("ru").keySet())
                .containsExactlyElementsOf(bundle.words().keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everyTextTakesTheSameArgumentsInRussian(Bundle bundle) {
        Map<String, String> russian = bundle.words("ru");

        bundle.words().forEach((key, text) -> assertThat(arguments(russian.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(arguments(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everyRussianTextIsRussianAndNoEnglishOneIs(Bundle bundle) {
        Map<String, String> russian = bundle.words("ru");

        bundle.words().forEach((key, text) -> assertThat(isMadeOfArguments(text)
                        || key.equals("language")
                        || CYRILLIC.matcher(russian.getOrDefault(key, "")).find())
                .as(key + " is not in Russian")
                .isTrue());
        assertThat(bundle.words().values())
                .noneMatch(text -> CYRILLIC.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everySentenceEndsAlikeInBothLanguages(Bundle bundle) {
        Map<String, String> russian = bundle.words("ru");

        bundle.words().forEach((key, text) -> assertThat(isClosed(russian.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(isClosed(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everyPluralHasTheFormsOfItsLanguage(Bundle bundle) {
        bundle.words()
                .forEach((key, text) -> assertThat(formCounts(text)).as(key).isSubsetOf(Set.of(2)));
        bundle.words("ru")
                .forEach((key, text) -> assertThat(formCounts(text)).as(key).isSubsetOf(Set.of(3)));
        assertThat(bundle.words().values())
                .as("a count of one would be followed by a plural; write {count|form|form}")
                .noneMatch(text -> COUNTED.matcher(text).find());
    }

    /** How many forms each plural of a text has. */
    private static Set<Integer> formCounts(String text) {
        Set<Integer> counts = new TreeSet<>();
        PLURAL.matcher(text).results().forEach(hit -> counts.add(hit.group(2).split("\\|", -1).length));
        return counts;
    }

    @Test
    void AR5_everythingThatHasWordsHasThemAndNoWordsAreLeftOver() {
        for (Bundle bundle : bundles()) {
            Set<String> subjects = SUBJECTS.get(bundle.file());
            if (subjects == null) {
                continue;
            }
            TreeMap<String, String> words = bundle.words();
            Set<String> named = words.values().stream()
                    .flatMap(text -> arguments(text).stream())
                    .collect(Collectors.toSet());

            assertThat(subjects)
                    .as("without words in " + bundle)
                    .allMatch(subject -> words.containsKey(subject)
                            || words.containsKey(subject + ".message")
                            || words.containsKey(subject + ".rule"));
            assertThat(words.keySet())
                    .as("words for nothing in " + bundle)
                    .allMatch(key -> subjects.stream().anyMatch(subject -> (key + ".").startsWith(subject + "."))
                            || named.contains(key.substring(0, key.indexOf('.')))
                            || SOURCES.contains('"' + key + '"'));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void AR5_everyKeyThatNoListNamesIsNamedInTheSources(Bundle bundle) {
        if (SUBJECTS.containsKey(bundle.file())) {
            return;
        }
        assertThat(bundle.words().keySet()).as("keys that no source names").allMatch(MessagesTest::isNamed);
    }

    /** A key is named as a whole, by what follows a prefix such as {@code label.}, or it is a constant of some type. */
    private static boolean isNamed(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        boolean constant = last.equals(last.toUpperCase(Locale.ROOT));
        return SOURCES.contains('"' + key + '"')
                || (constant
                        ? Pattern.compile("\\b" + last + "\\b").matcher(SOURCES).find()
                        : SOURCES.contains('"' + last + '"'));
    }

    private static boolean isMadeOfArguments(String text) {
        return ARGUMENT.matcher(text).replaceAll("").chars().noneMatch(Character::isLetter);
    }

    private static boolean isClosed(String text) {
        return text.matches("(?s).*[.?!:…»”]");
    }

    private static Set<String> arguments(String text) {
        Set<String> names = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(hit -> names.add(hit.group(1)));
        return names;
    }

    private static Set<String> codes(ErrorCode... codes) {
        return Arrays.stream(codes).map(ErrorCode::code).collect(Collectors.toSet());
    }

    private static Set<String> constants(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants).map(each -> prefix + each.name()).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
