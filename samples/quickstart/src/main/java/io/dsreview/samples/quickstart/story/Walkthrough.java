package io.dsreview.samples.quickstart.story;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import java.util.function.UnaryOperator;

/**
 * Plays one whole review. What a dataset does not have, such as a second source or a question, is left out of the story.
 */
public final class Walkthrough {

    private final Play play;
    private final Sources sources;
    private final UnaryOperator<String> paste;
    private final UnaryOperator<String> shown;

    /**
     * Makes a walkthrough.
     *
     * @param reviews the library
     * @param screen what the reader sees
     * @param phrases the story's own words
     * @param answers what the people answer
     * @param sources who says what the fields mean
     * @param paste what is really pasted for a link
     * @param shown what a person would see of a link that the library gives
     */
    public Walkthrough(
            DsReview reviews,
            Screen screen,
            Phrases phrases,
            Answers answers,
            Sources sources,
            UnaryOperator<String> paste,
            UnaryOperator<String> shown) {
        this.play = new Play(reviews, screen, phrases, answers);
        this.sources = sources;
        this.paste = paste;
        this.shown = shown;
    }

    /**
     * Plays it.
     *
     * @param link the link that is reviewed
     * @return the review at its end
     */
    public Review play(String link) {
        play.screen().say(play.phrases().get("cast"));
        Review review = new Intake(play).pasted(link, paste.apply(link));
        review = new Doubts(play).chooseDataset(review);
        new Launching(play, shown).refuse(review);
        Meanings meanings = new Meanings(play, sources);
        review = meanings.lookUp(review);
        review = new Doubts(play).clear(review);
        review = meanings.protect(review);
        review = new Inputs(play).approve(review);
        review = new Launching(play, shown).launch(review);
        new Proof(play).verify(review);
        return review;
    }
}
