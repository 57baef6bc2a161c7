package org.orglife.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelCell.Kind;
import org.orglife.shared.TypedText;

/**
 * A row of a table. Each method asks for one cell: it returns the value, or null if the cell is blank or wrong, and keeps
 * what is wrong among the {@link #problems}. A required cell that is blank is wrong. Asking twice changes nothing.
 */
public final class ExcelRecord {

    private static final Set<String> YES = Set.of("是", "有", "√", "✓", "✔", "1", "对", "y", "yes", "true");
    private static final Set<String> NO = Set.of("否", "无", "没有", "不是", "×", "x", "0", "n", "no", "false");

    /** Excel keeps fifteen digits of a number and turns the others into noughts. */
    private static final int EXACT_DIGITS = 15;

    private final String sheet;
    private final ExcelRow row;
    private final Map<ExcelColumn, Integer> places;
    private final Set<CellProblem> problems = new LinkedHashSet<>();
    private final Set<CellProblem> warnings = new LinkedHashSet<>();

    ExcelRecord(String sheet, ExcelRow row, Map<ExcelColumn, Integer> places) {
        this.sheet = sheet;
        this.row = row;
        this.places = places;
    }

    /** Number of the row as Excel shows it. */
    public int row() {
        return row.number();
    }

    /** Hidden by hand or by a filter. */
    public boolean hidden() {
        return row.hidden();
    }

    public List<CellProblem> problems() {
        return List.copyOf(problems);
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public boolean isBlank(ExcelColumn column) {
        return cell(column).isBlank();
    }

    /** A text of at most so many characters. Whole numbers count as text as long as Excel keeps all their digits. */
    public @Nullable String text(ExcelColumn column, int maxLength) {
        String raw = written(column);
        String text = TypedText.clean(raw);
        return text == null ? null : checked(column, text, maxLength);
    }

    /** Whether the cell holds just this word. */
    public boolean says(ExcelColumn column, String word) {
        ExcelCell cell = cell(column);
        return cell.kind() == Kind.TEXT && word.equals(TypedText.clean(cell.text()));
    }

    /** A person's or unit's name, without inner spaces. */
    public @Nullable String name(ExcelColumn column, int maxLength) {
        String name = TypedText.cleanName(written(column));
        return name == null ? null : checked(column, name, maxLength);
    }

    /** A number of an identity card, a phone or the like, in half-width characters without spaces. */
    public @Nullable String code(ExcelColumn column, int maxLength) {
        String code = TypedText.cleanCode(written(column));
        return code == null ? null : checked(column, code, maxLength);
    }

    public @Nullable LocalDate date(ExcelColumn column, DateKind kind) {
        ExcelCell cell = readable(column);
        if (cell == null) {
            return null;
        }
        DateText date = date(cell, kind);
        if (date.problem() != null) {
            problem(column, date.problem());
        }
        return date.date();
    }

    private static DateText date(ExcelCell cell, DateKind kind) {
        if (cell.kind() == Kind.DATE && cell.moment() != null) {
            return DateText.of(cell.moment().toLocalDate(), cell.monthOnly(), kind);
        }
        boolean eightDigits = cell.text().length() == 8 && cell.text().chars().allMatch(Character::isDigit);
        if (cell.kind() == Kind.NUMBER && !eightDigits) {
            return new DateText(null, "excel.date.number");
        }
        return DateText.parse(cell.text(), kind);
    }

    /** A time of day, to the minute: a cell that shows one, or a text such as 14:30. */
    public @Nullable LocalTime time(ExcelColumn column) {
        ExcelCell cell = readable(column);
        if (cell == null) {
            return null;
        }
        LocalTime time = cell.kind() == Kind.DATE && cell.moment() != null
                ? TimeText.rounded(cell.moment().toLocalTime())
                : TimeText.parse(cell.text());
        if (time == null) {
            problem(column, "excel.time.unknown");
        }
        return time;
    }

    /** Null if the cell is blank, which in most tables means no. */
    public @Nullable Boolean yesNo(ExcelColumn column) {
        ExcelCell cell = readable(column);
        String word = cell == null ? null : Choices.key(cell.text());
        if (word == null) {
            return null;
        }
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        problem(column, "excel.cell.yes-no");
        return null;
    }

    /** One of the labels, which are named to the user in this order if it is none of them. */
    public <E> @Nullable E choice(ExcelColumn column, Map<String, ? extends E> labels) {
        return choice(column, labels, Map.of());
    }

    /** One of the labels or of their aliases; the aliases are understood but never proposed. */
    public <E> @Nullable E choice(
            ExcelColumn column, Map<String, ? extends E> labels, Map<String, ? extends E> aliases) {
        String word = written(column);
        if (word == null || TypedText.clean(word) == null) {
            return null;
        }
        E found = Choices.find(word, labels);
        if (found == null) {
            found = Choices.find(word, aliases);
        }
        if (found == null) {
            List<String> near = Choices.near(word, List.copyOf(labels.keySet()));
            String only = Choices.onlyNear(word, near);
            add(column, "excel.cell.choice", only, word.strip(), Quoted.either(near));
        }
        return found;
    }

    /** A whole number without decimals, exponents and signs of thousands. */
    public @Nullable Integer integer(ExcelColumn column, int min, int max) {
        ExcelCell cell = readable(column);
        String digits = cell == null ? null : TypedText.cleanCode(cell.text());
        if (cell == null || digits == null) {
            return null;
        }
        if (cell.kind() == Kind.DATE || !digits.matches("-?[0-9]{1,18}")) {
            problem(column, "excel.cell.integer", plain(min), plain(max));
            return null;
        }
        long number = Long.parseLong(digits);
        if (number < min || number > max) {
            problem(column, "excel.cell.integer-range", plain(min), plain(max));
            return null;
        }
        return (int) number;
    }

    /** Adds what the caller found wrong with this cell. */
    public CellProblem problem(ExcelColumn column, String code, Object... arguments) {
        return add(column, code, null, arguments);
    }

    /** Notes something unusual about this cell that may be right all the same: the row is taken. */
    public void warn(ExcelColumn column, String code, Object... arguments) {
        warnings.add(at(column, code, null, arguments));
    }

    public List<CellProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** The same with the value that was probably meant. */
    public CellProblem suggest(ExcelColumn column, @Nullable String suggestion, String code, Object... arguments) {
        return add(column, code, suggestion, arguments);
    }

    /** Adds what the caller found wrong with the row as a whole. */
    public CellProblem rowProblem(String code, Object... arguments) {
        CellProblem problem = CellProblem.ofTable(sheet, row.number(), code, arguments);
        problems.add(problem);
        return problem;
    }

    private CellProblem add(ExcelColumn column, String code, @Nullable String suggestion, Object... arguments) {
        CellProblem problem = at(column, code, suggestion, arguments);
        problems.add(problem);
        return problem;
    }

    private CellProblem at(ExcelColumn column, String code, @Nullable String suggestion, Object... arguments) {
        ExcelCell cell = cell(column);
        String address = places.containsKey(column) ? cell.address() : null;
        String value = cell.isBlank() ? null : cell.text();
        return new CellProblem(
                sheet, row.number(), column.name(), address, value, code, List.of(arguments), suggestion);
    }

    private ExcelCell cell(ExcelColumn column) {
        Integer place = places.get(column);
        return place == null ? ExcelCell.blank(row.number(), 0) : row.cell(place);
    }

    /** The cell, unless it is blank, computed or an error. */
    private @Nullable ExcelCell readable(ExcelColumn column) {
        ExcelCell cell = cell(column);
        switch (cell.kind()) {
            case BLANK -> {
                if (places.containsKey(column) && row.isCovered(cell.column())) {
                    problem(column, "excel.cell.merged", cell.address());
                } else if (column.required()) {
                    problem(column, "excel.cell.missing", column.name());
                }
                return null;
            }
            case FORMULA -> problem(column, "excel.cell.formula", cell.address());
            case ERROR -> problem(column, "excel.cell.error", cell.address());
            default -> {
                return cell;
            }
        }
        return null;
    }

    /** The cell as text, unless the text is not what was typed. */
    private @Nullable String written(ExcelColumn column) {
        ExcelCell cell = readable(column);
        BigDecimal number = cell == null || cell.kind() != Kind.NUMBER ? null : cell.number();
        if (cell == null || number == null) {
            return cell == null ? null : cell.text();
        }
        if (number.precision() - number.scale() > EXACT_DIGITS) {
            problem(column, "excel.cell.long-number", cell.address());
            return null;
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            problem(column, "excel.cell.decimal", cell.address());
            return null;
        }
        return cell.text();
    }

    private @Nullable String checked(ExcelColumn column, String text, int maxLength) {
        if (TypedText.isForbidden(text)) {
            problem(column, "excel.cell.forbidden");
            return null;
        }
        int length = TypedText.length(text);
        if (length > maxLength) {
            problem(column, "excel.cell.too-long", plain(maxLength), plain(length - maxLength));
            return null;
        }
        return text;
    }

    /** Without the comma that messages put between thousands. */
    private static String plain(int number) {
        return Integer.toString(number);
    }
}
