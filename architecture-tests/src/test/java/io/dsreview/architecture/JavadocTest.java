package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.dsreview.architecture.SourceTree.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Everything that a user of a published module can see has a comment, with every parameter, record component, type parameter,
 * result and declared exception.
 *
 * <p>The compiler checks what a comment says (doclint); that one is missing is asked here, because the JDKs disagree about
 * records. Exempt are methods with {@code @Override}, and compact constructors and accessors of a record, whose components are
 * described at the record.
 */
class JavadocTest {

    @Test
    void everyVisibleDeclarationIsDocumented() throws IOException {
        List<String> missing = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> published = SourceTree.mainSources().stream()
                    .filter(Source::isPublished)
                    .map(Source::file)
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(published));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new MissingJavadoc(comments, unit, missing).scan(unit, null);
            }
        }

        assertThat(missing).as("visible declarations without complete Javadoc").isEmpty();
    }
}
