package io.dsreview.api.semantic;

/** How closely the values of a field point at a person. */
public enum PiiClass {
    /** They say nothing about a person. */
    NONE,
    /** Together with others they can single out a person, such as a postal code or a date of birth. */
    QUASI,
    /** Each of them points at one person, such as an e-mail address. */
    DIRECT
}
