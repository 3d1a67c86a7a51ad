package io.dsreview.api.error;

import java.util.List;

/**
 * Which form of a word stands with a number, by the plural rules of Unicode's CLDR for whole numbers: English has one form for 1
 * and another one for all others, Russian one for 1, 21, 31…, one for 2 to 4, 22 to 24…, and one for all others.
 */
enum Plural {
    ENGLISH,
    RUSSIAN;

    static Plural of(String language) {
        return language.equals("ru") ? RUSSIAN : ENGLISH;
    }

    /** Returns the form for a number; the last one for what is no whole number, or too large for one. */
    String form(String number, List<String> forms) {
        int index = number.matches("\\d{1,9}") ? index(Integer.parseInt(number)) : forms.size() - 1;
        return forms.get(Math.min(index, forms.size() - 1));
    }

    private int index(int number) {
        return switch (this) {
            case ENGLISH -> number == 1 ? 0 : 1;
            case RUSSIAN -> {
                int last = number % 10;
                boolean teen = number % 100 / 10 == 1;
                boolean few = last >= 2 && last <= 4;
                yield teen || last == 0 || last > 4 ? 2 : few ? 1 : 0;
            }
        };
    }
}
