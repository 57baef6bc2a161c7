package org.orglife.shared;

import java.beans.Introspector;

/**
 * An enum whose constants have a label on pages and in documents. The message key is made from its names:
 * {@code organisation.memberKind.FULL} for {@code org.orglife.organisation.MemberKind.FULL}.
 */
public interface Labelled {

    String name();

    /** The key of the label in the messages. */
    default String labelKey() {
        Class<?> type = this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
        String feature = type.getPackageName().split("\\.")[2];
        return feature + "." + Introspector.decapitalize(type.getSimpleName()) + "." + name();
    }
}
