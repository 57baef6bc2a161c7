package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.NearestWords;
import org.orglife.organisation.Roster.Enrolment;
import org.orglife.shared.BranchScope;

/**
 * The people that the rows of a sheet may name. A name must mean one person of the branch, on that day if there have been
 * several; where it does not, his code behind it in brackets does: 张伟（1003）.
 */
public final class PeopleByName {

    private static final Pattern WITH_CODE = Pattern.compile("(.+?)[(（]([^()（）]+)[)）]");

    private final Map<String, List<Enrolment>> byName = new HashMap<>();
    private final Map<Long, Set<String>> namesOfBranch;
    private final Map<Long, Long> secretaries;

    private PeopleByName(List<Enrolment> enrolments, Map<Long, Long> secretaries) {
        enrolments.forEach(enrolment -> byName.computeIfAbsent(
                        key(enrolment.branchId(), enrolment.name()), key -> new ArrayList<>())
                .add(enrolment));
        this.namesOfBranch = enrolments.stream()
                .collect(Collectors.groupingBy(
                        Enrolment::branchId, Collectors.mapping(Enrolment::name, Collectors.toSet())));
        this.secretaries = secretaries;
    }

    /** Everybody who was ever enrolled in these branches, which must lie within the scope. */
    public static PeopleByName of(Roster roster, Collection<Long> branches, LocalDate today, BranchScope scope) {
        return new PeopleByName(roster.everEnrolledIn(branches, scope), roster.secretariesOf(branches, today));
    }

    /**
     * Who is meant.
     *
     * @param memberId null if it is not clear
     * @param objection message code then
     */
    public record Answer(@Nullable Long memberId, @Nullable String objection) {}

    /**
     * Looks for whoever is meant.
     *
     * @param written a name, perhaps with a code in brackets
     * @param on the day that tells namesakes apart who were there one after the other
     */
    public Answer find(long branch, String written, LocalDate on) {
        Matcher withCode = WITH_CODE.matcher(written);
        boolean coded = withCode.matches();
        String name = coded ? withCode.group(1) : written;
        List<Enrolment> named = byName.getOrDefault(key(branch, name), List.of());
        List<Enrolment> fitting = coded
                ? named.stream()
                        .filter(enrolment -> withCode.group(2).equals(enrolment.code()))
                        .toList()
                : named;
        Set<Long> persons = persons(fitting);
        if (persons.isEmpty()) {
            return new Answer(null, "organisation.import.nobody");
        }
        if (persons.size() > 1) {
            persons = persons(fitting.stream()
                    .filter(enrolment -> !enrolment.from().isAfter(on)
                            && (enrolment.until() == null || !enrolment.until().isBefore(on)))
                    .toList());
        }
        return persons.size() == 1
                ? new Answer(persons.iterator().next(), null)
                : new Answer(null, "organisation.import.several");
    }

    private static Set<Long> persons(List<Enrolment> enrolments) {
        return enrolments.stream().map(Enrolment::memberId).collect(Collectors.toSet());
    }

    /** Today's secretary of a branch; null if the seat is vacant. */
    public @Nullable Long secretary(long branch) {
        return secretaries.get(branch);
    }

    /** Whoever of the branch may have been meant by a name that was misspelt; null if nobody is near. */
    public @Nullable String near(long branch, String written) {
        return NearestWords.nearest(written, namesOfBranch.getOrDefault(branch, Set.of()));
    }

    /** Whom a cell names that holds just this name; null with what is wrong noted in its row. */
    public @Nullable Long named(ExcelRecord record, ExcelColumn column, long branch, String written, LocalDate on) {
        Answer answer = find(branch, written, on);
        if (answer.objection() != null) {
            record.suggest(column, near(branch, written), answer.objection());
        }
        return answer.memberId();
    }

    /** The names that stand in one cell, set apart by commas of any kind. */
    public static List<String> each(String written) {
        return Arrays.stream(written.split("[、,，;；/]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String key(long branch, String name) {
        return branch + "|" + name;
    }
}
