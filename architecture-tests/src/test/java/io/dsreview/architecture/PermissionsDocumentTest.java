package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.ReviewCommand;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/permissions.md} from the commands and the roles, and fails when the file says something else. */
class PermissionsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/permissions.md");

    /** A command, and the permission it needs. */
    private record Needed(String command, Permission permission) {}

    @Test
    void AR4_theDocumentSaysWhoMayDoWhat() throws IOException {
        String written = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(SourceTree.root().resolve(DOCUMENT), written);
        }

        assertThat(SourceTree.read(DOCUMENT))
                .as(
                        "%s is out of date; write it by: mvn -pl architecture-tests -am test -Ddocs.write=true"
                                + " -Dtest=PermissionsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false",
                        DOCUMENT)
                .isEqualTo(written);
    }

    @Test
    void AR4_everyPermissionIsNeededForSomething() {
        List<Permission> ofQueries = List.of(Permission.SESSION_READ, Permission.LEDGER_OF_DELETED);

        assertThat(Stream.concat(needed().map(Needed::permission), ofQueries.stream()))
                .contains(Permission.values());
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Who may do what

                Written by a test from the commands and the roles; change those, not this file.

                Every command needs the one permission that its `permission()` names. `AccessPolicy.permits` decides, in one place for all of
                them, and `AccessPolicy.scopeOf` says whose sessions an actor reaches: out of scope, a session is answered as if it did not
                exist, for every command, deletion included, and for every query. No policy reaches beyond the actor's tenant.
                A launch by hand takes two: its own, and `LAUNCH_EXECUTE`, which clause L10 of [its gate](gates.md) asks for.

                What follows is `AccessPolicy.byRole()`, the default. Permissions of several roles add up. Viewers, analysts and maintainers
                reach their own sessions; operators and administrators reach all sessions of their tenant.

                """);
        text.append(row("command", "permission", roles(Role::name)));
        text.append(row("---", "---", roles(role -> "---")));
        needed().forEach(each -> text.append(row(
                "`" + each.command() + "`",
                "`" + each.permission() + "`",
                roles(role -> role.permissions().contains(each.permission()) ? "yes" : ""))));
        text.append("""

                ## Queries

                | query | permission |
                |---|---|
                | a session, its events, ledger, reports and exports, and the list | `SESSION_READ` |
                | the ledger of a deleted session: entries, head, verification | `LEDGER_OF_DELETED` |

                Without the permission, the answer is the same as for a session that does not exist.
                """);
        return text.toString();
    }

    private static Stream<Needed> needed() {
        return leaves(ReviewCommand.class)
                .map(PermissionsDocumentTest::empty)
                .map(command -> new Needed(command.getClass().getSimpleName(), command.permission()))
                .sorted(Comparator.comparing(Needed::permission).thenComparing(Needed::command));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PermissionsDocumentTest::leaves)
                : Stream.of(type);
    }

    /** Commands are carriers: any value can be put into them, also none. */
    private static ReviewCommand empty(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        @Nullable
        Object[] nothing = Arrays.stream(types)
                .map(each -> each == boolean.class ? (Object) false : null)
                .toArray();
        try {
            return (ReviewCommand) type.getDeclaredConstructor(types).newInstance(nothing);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException unmakeable) {
            throw new IllegalStateException(type.getName(), unmakeable);
        }
    }

    private static String roles(Function<Role, String> cell) {
        return Arrays.stream(Role.values())
                .map(cell)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "));
    }

    private static String row(String command, String permission, String roles) {
        return "| " + command + " | " + permission + " | " + roles + " |\n";
    }
}
