package io.dsreview.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user of a class can see: itself, what it extends, and its public and protected members. */
final class PublicType {

    private PublicType() {}

    /** All types that one declaration names, type arguments and annotations included. */
    record Signature(String where, Set<JavaClass> types) {}

    /** Public, and so are all the types around it. */
    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicType::isPublic).orElse(true);
    }

    static Stream<Signature> signatures(JavaClass type) {
        Stream<Signature> members = type.getMembers().stream()
                .filter(PublicType::isVisible)
                .map(member -> new Signature(member.getDescription(), named(member)));
        return Stream.concat(Stream.of(new Signature(type.getDescription(), header(type))), members);
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Set<JavaClass> header(JavaClass type) {
        return involved(
                Stream.of(
                        type.getSuperclass().stream(),
                        type.getInterfaces().stream(),
                        type.getTypeParameters().stream()),
                type.getAnnotations());
    }

    private static Set<JavaClass> named(JavaMember member) {
        if (member instanceof JavaField field) {
            return involved(Stream.of(Stream.of(field.getType())), field.getAnnotations());
        }
        JavaCodeUnit method = (JavaCodeUnit) member;
        return involved(
                Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameterTypes().stream(),
                        method.getTypeParameters().stream(),
                        method.getThrowsClause().stream().map(ThrowsDeclaration::getRawType)),
                method.getAnnotations());
    }

    private static Set<JavaClass> involved(
            Stream<Stream<? extends JavaType>> types,
            Collection<? extends JavaAnnotation<? extends HasDescription>> annotations) {
        return Stream.concat(
                        types.flatMap(type -> type).flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                        annotations.stream().map(JavaAnnotation::getRawType))
                .collect(Collectors.toSet());
    }
}
