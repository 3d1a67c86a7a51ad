package io.dsreview.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks one source file and notes every visible declaration whose comment is missing or incomplete. */
final class MissingJavadoc extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Set<Kind> INTERFACES = Set.of(Kind.INTERFACE, Kind.ANNOTATION_TYPE);

    private final DocTrees comments;
    private final CompilationUnitTree unit;
    private final List<String> missing;

    MissingJavadoc(DocTrees comments, CompilationUnitTree unit, List<String> missing) {
        this.comments = comments;
        this.unit = unit;
        this.missing = missing;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        if (isVisible(type.getModifiers())) {
            List<String> parameters = new ArrayList<>(typeParameters(type.getTypeParameters()));
            parameters.addAll(components(type));
            check(type.getSimpleName().toString(), parameters, false, List.of());
            super.visitClass(type, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        if (isVisible(method.getModifiers()) && !isExempt(method)) {
            List<String> parameters = new ArrayList<>(typeParameters(method.getTypeParameters()));
            method.getParameters()
                    .forEach(parameter -> parameters.add(parameter.getName().toString()));
            Tree result = method.getReturnType();
            boolean returns = result != null && !result.toString().equals("void");
            List<String> thrown =
                    method.getThrows().stream().map(Tree::toString).toList();
            check(method.getName() + "()", parameters, returns, thrown);
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void unused) {
        if (isVisible(field.getModifiers())) {
            check(field.getName().toString(), List.of(), false, List.of());
        }
        return null;
    }

    private void check(String name, List<String> parameters, boolean returns, List<String> thrown) {
        DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
        if (comment == null) {
            note(name, "has no Javadoc");
            return;
        }
        List<String> tags = Stream.concat(comment.getBlockTags().stream(), comment.getFirstSentence().stream())
                .map(MissingJavadoc::tag)
                .toList();
        if (comment.getFullBody().isEmpty()) {
            note(name, "has no first sentence in its Javadoc");
        }
        parameters.stream()
                .filter(parameter -> !tags.contains("@param " + parameter))
                .forEach(parameter -> note(name, "has no @param " + parameter));
        thrown.stream()
                .filter(exception -> !tags.contains("@throws " + exception))
                .forEach(exception -> note(name, "has no @throws " + exception));
        if (returns && !tags.contains("@return")) {
            note(name, "has no @return");
        }
    }

    private static String tag(DocTree tree) {
        if (tree instanceof ParamTree param) {
            String name = param.getName().toString();
            return "@param " + (param.isTypeParameter() ? "<" + name + ">" : name);
        }
        if (tree instanceof ThrowsTree exception) {
            return "@throws " + exception.getExceptionName();
        }
        return tree instanceof ReturnTree ? "@return" : "";
    }

    private void note(String name, String what) {
        long position = comments.getSourcePositions()
                .getStartPosition(unit, getCurrentPath().getLeaf());
        missing.add("%s:%d: %s %s"
                .formatted(unit.getSourceFile().getName(), unit.getLineMap().getLineNumber(position), name, what));
    }

    private boolean isVisible(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean inInterface = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                && INTERFACES.contains(type.getKind());
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private boolean isExempt(MethodTree method) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        return overrides || (owner().getKind() == Kind.RECORD && isDescribedAtTheRecord(method));
    }

    private boolean isDescribedAtTheRecord(MethodTree method) {
        List<String> components = components(owner());
        boolean isAccessor = method.getParameters().isEmpty()
                && components.contains(method.getName().toString());
        List<String> parameters = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        boolean isCanonical = method.getReturnType() == null && parameters.equals(components);
        return isAccessor || isCanonical;
    }

    private ClassTree owner() {
        TreePath parent = getCurrentPath().getParentPath();
        return (ClassTree) parent.getLeaf();
    }

    private static List<String> components(ClassTree type) {
        return type.getKind() != Kind.RECORD
                ? List.of()
                : type.getMembers().stream()
                        .filter(member -> member instanceof VariableTree field
                                && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .map(member -> ((VariableTree) member).getName().toString())
                        .toList();
    }

    private static List<String> typeParameters(List<? extends TypeParameterTree> parameters) {
        return parameters.stream()
                .map(parameter -> "<" + parameter.getName() + ">")
                .toList();
    }
}
