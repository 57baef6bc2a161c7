package org.orglife.talk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has talked with whom in a branch, and who still needs a talk, as far as the reader may know.
 *
 * @param columns members of the committee; the reader alone where he knows of his own talks only
 * @param lines everybody without a seat; those who still need a talk first
 * @param missing members with whom nobody of the committee has talked, each with a proposal of whom to ask; where the
 *     reader knows of his own talks only, those proposed to him
 * @param committee the members of the committee among themselves
 * @param key persons the secretary has not talked with yet and should (BR-63); empty for whoever knows of his own only
 * @param all whether the reader knows of every talk of the branch
 */
public record TalkBoard(
        List<TalkPerson> columns,
        List<Line> lines,
        List<Missing> missing,
        List<Line> committee,
        List<TalkPerson> key,
        boolean all) {

    public TalkBoard {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
        committee = List.copyOf(committee);
        key = List.copyOf(key);
    }

    /**
     * A person with the talks he had.
     *
     * @param covered whether somebody of the committee has talked with him; true where the reader may not know
     * @param cells one for each of the columns; in the committee one for each of its members
     * @param peer the talk he had with another member; null while there is none, and where the reader may not know
     */
    public record Line(
            TalkPerson person,
            boolean covered,
            List<Cell> cells,
            @Nullable Cell peer) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Where a row and a column meet.
     *
     * @param with the member of the column
     * @param talkId their last talk; null if there is none
     * @param proposed whether it is proposed that these two talk
     * @param self whether row and column are the same person
     */
    public record Cell(
            long with,
            String name,
            @Nullable Long talkId,
            @Nullable LocalDate heldOn,
            boolean proposed,
            boolean self) {}

    /**
     * Somebody who still needs a talk.
     *
     * @param ask who might talk with him; null where the committee has no member
     * @param reason code of the sentence that says why him
     */
    public record Missing(TalkPerson person, @Nullable TalkPerson ask, String reason, List<String> arguments) {

        public Missing {
            arguments = List.copyOf(arguments);
        }
    }

    /** How many members the committee has talked with. */
    public long covered() {
        return lines.stream().filter(Line::covered).count();
    }
}
