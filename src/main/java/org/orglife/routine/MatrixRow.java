package org.orglife.routine;

import java.util.Map;

/** A member's line in the table of attendance of a year. */
public record MatrixRow(long memberId, String name, Map<MatrixColumn, Cell> cells) {

    private static final Cell NOTHING = new Cell(0, 0);

    /**
     * How often he was there.
     *
     * @param present times he came
     * @param expected times he was expected, those left out at which he was not pressed to come and did not
     */
    public record Cell(int present, int expected) {

        /** 3/4; a dash where he was never expected. */
        public String text() {
            return expected == 0 ? "—" : present + "/" + expected;
        }
    }

    public MatrixRow {
        cells = Map.copyOf(cells);
    }

    public Cell cell(MatrixColumn column) {
        return cells.getOrDefault(column, NOTHING);
    }
}
