package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.session.SessionQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTest {

    /** What each command needs, and which roles below maintainer and administrator have it. */
    record Right(String command, Permission permission, Set<Role> roles) {}

    private static final List<Right> RIGHTS = List.of(
            new Right("StartSession", Permission.SESSION_CREATE, Set.of(Role.ANALYST)),
            new Right("ResumeSession", Permission.SESSION_RESUME, Set.of(Role.ANALYST, Role.OPERATOR)),
            new Right("CancelSession", Permission.SESSION_CANCEL, Set.of(Role.ANALYST)),
            new Right("ArchiveSession", Permission.SESSION_ARCHIVE, Set.of(Role.ANALYST)),
            new Right("UnarchiveSession", Permission.SESSION_ARCHIVE, Set.of(Role.ANALYST)),
            new Right("DeleteSession", Permission.SESSION_DELETE, Set.of()),
            new Right("RecoverContext", Permission.RECOVERY_RESOLVE, Set.of(Role.ANALYST)),
            new Right("CancelRecovery", Permission.RECOVERY_RESOLVE, Set.of(Role.ANALYST)),
            new Right("ResolveRecoveryItem", Permission.RECOVERY_RESOLVE, Set.of(Role.ANALYST)),
            new Right("ApplySemanticSource", Permission.SEMANTICS_APPLY, Set.of(Role.ANALYST)),
            new Right("RemoveSemanticSource", Permission.SEMANTICS_APPLY, Set.of(Role.ANALYST)),
            new Right("DecideField", Permission.SEMANTICS_DECIDE, Set.of(Role.ANALYST)),
            new Right("DecideFields", Permission.SEMANTICS_DECIDE, Set.of(Role.ANALYST)),
            new Right("AnswerQuestion", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("SkipQuestion", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("DeferQuestion", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("ReopenQuestion", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("PauseClarification", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("ResumeClarification", Permission.CLARIFICATION_ANSWER, Set.of(Role.ANALYST)),
            new Right("AcceptFinding", Permission.FINDING_ACCEPT, Set.of(Role.ANALYST)),
            new Right("RecordFeedback", Permission.FEEDBACK_RECORD, Set.of(Role.ANALYST)),
            new Right("SetTemplateValue", Permission.VALUES_SET, Set.of(Role.ANALYST)),
            new Right("AcceptTemplateValue", Permission.VALUES_SET, Set.of(Role.ANALYST)),
            new Right("ClearTemplateValue", Permission.VALUES_SET, Set.of(Role.ANALYST)),
            new Right("ChooseTarget", Permission.VALUES_SET, Set.of(Role.ANALYST)),
            new Right("DecideMappings", Permission.MAPPING_APPROVE, Set.of()),
            new Right("OverrideMapping", Permission.MAPPING_APPROVE, Set.of()),
            new Right("RequestPreview", Permission.PREVIEW_REQUEST, Set.of(Role.ANALYST, Role.OPERATOR)),
            new Right("Launch", Permission.LAUNCH_EXECUTE, Set.of(Role.OPERATOR)),
            new Right("StopLaunch", Permission.LAUNCH_EXECUTE, Set.of(Role.OPERATOR)),
            new Right("HandOffLaunch", Permission.LAUNCH_MANUAL, Set.of(Role.OPERATOR)),
            new Right("ConfirmManualLaunch", Permission.LAUNCH_MANUAL, Set.of(Role.OPERATOR)));

    /** Lets every role reach every session of its tenant, so that only permissions decide. */
    private static final AccessPolicy WHOLE_TENANT = new AccessPolicy() {
        @Override
        public boolean permits(Actor actor, Permission permission) {
            return AccessPolicy.byRole().permits(actor, permission);
        }

        @Override
        public Scope scopeOf(Actor actor) {
            return new Scope(actor.tenant(), null);
        }
    };

    record Case(Right right, Role role) {
        boolean allowed() {
            return role == Role.ADMIN
                    || role == Role.MAINTAINER
                    || right.roles().contains(role);
        }

        @Override
        public String toString() {
            return role + " " + (allowed() ? "may " : "may not ") + right.command();
        }
    }

    static Stream<Case> cases() {
        return RIGHTS.stream().flatMap(right -> Arrays.stream(Role.values()).map(role -> new Case(right, role)));
    }

    @Test
    void AR4_theTableNamesEveryCommandOnce() {
        List<String> commands = Stream.concat(Stream.of(StartSession.class), Commands.types().stream())
                .map(Class::getSimpleName)
                .sorted()
                .toList();

        assertThat(RIGHTS.stream().map(Right::command).sorted()).containsExactlyElementsOf(commands);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("cases")
    void AR4_everyCommandNeedsItsNamedPermission(Case each) {
        World world = World.readyToLaunch();
        ReviewCore core = world.core(WHOLE_TENANT, true, world.heard::add);
        Actor actor = Actor.of("acme", "somebody", each.role());
        ReviewCommand command = command(each.right().command(), actor, world);
        long version = world.session().header().version();
        world.heard.clear();

        CommandResult result = core.execute(command);

        assertThat(command.permission()).isEqualTo(each.right().permission());
        if (each.allowed()) {
            assertThat(refusals(result)).doesNotContain("PERMISSION_MISSING", "L10");
        } else if (each.right().command().equals("Launch")) {
            assertThat(refusals(result)).containsExactly("L10");
        } else {
            assertThat(Results.rejected(result).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("PERMISSION_MISSING");
                assertThat(problem.arguments())
                        .isEqualTo(
                                Map.of("permission", each.right().permission().name()));
            });
        }
        if (!each.allowed()) {
            assertThat(world.reload().session().header().version()).isEqualTo(version);
            assertThat(world.heard).singleElement().satisfies(event -> assertThat(event.data())
                    .containsEntry("command", each.right().command()));
            assertThat(world.core.list(World.ADA, SessionQuery.DEFAULT).sessions())
                    .hasSize(1);
        }
    }

    @Test
    void AR4_permissionsOfSeveralRolesAddUp() {
        World world = World.readyToLaunch();
        Actor both = Actor.of("acme", "ann", Role.VIEWER, Role.OPERATOR);

        Results.accepted(world.attemptLaunch(both));
    }

    private static ReviewCommand command(String name, Actor actor, World world) {
        CommandContext context = world.context(actor);
        return name.equals("StartSession")
                ? new StartSession(actor, null, World.LINK)
                : Commands.all().stream()
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .make()
                        .apply(context);
    }

    private static List<String> refusals(CommandResult result) {
        return result instanceof Rejected
                ? Stream.concat(Results.codes(result).stream(), Results.clauses(result).stream())
                        .toList()
                : List.of();
    }
}
