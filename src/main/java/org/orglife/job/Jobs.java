package org.orglife.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Queues jobs and tells their owners how they are getting on. */
@Service
public class Jobs {

    private static final String SELECT = """
            select j.id, j.kind, j.title, j.state, j.done, j.total, j.cancel_requested, j.file_id, f.original_name file_name,
              j.failure, j.at, j.finished_at
            from job j left join stored_file f on f.id = j.file_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JobOwners owners;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Jobs(JdbcClient jdbc, JsonMapper json, JobOwners owners, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.owners = owners;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A job about to run: all its runner needs. */
    record Order(long id, long accountId, String actingAs, String kind, Map<String, String> parameters) {}

    /**
     * Queues work in the running transaction; it begins when that is committed.
     *
     * @param title what it makes, in words
     */
    @Transactional
    public long queue(JobWork work, String title, Map<String, String> parameters, Actor actor) {
        long id = jdbc.sql("""
                        insert into job (id, account_id, acting_as, kind, title, parameters, state, at)
                        values (nextval('job_seq'), :account, :actingAs, :kind, :title, cast(:parameters as jsonb), 'WAITING', :at)
                        returning id
                        """)
                .param("account", actor.accountId())
                .param("actingAs", owners.actingAs(actor))
                .param("kind", work.kind())
                .param("title", title)
                .param("parameters", json.writeValueAsString(parameters))
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        scheduler.ifAvailable(client -> client.scheduleIfNotExists(
                JobTask.TASK.instance(String.valueOf(id)).scheduledTo(clock.instant())));
        return id;
    }

    /** The latest jobs of the caller. */
    @Transactional(readOnly = true)
    public List<Job> latest(BranchScope scope) {
        return jdbc.sql(SELECT + " where j.account_id = :account order by j.id desc limit 50")
                .param("account", scope.accountId())
                .query(Jobs::job)
                .list();
    }

    /**
     * A job of the caller.
     *
     * @throws NotFoundException if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Job get(long id, BranchScope scope) {
        return jdbc.sql(SELECT + " where j.id = :id and j.account_id = :account")
                .param("id", id)
                .param("account", scope.accountId())
                .query(Jobs::job)
                .optional()
                .orElseThrow(() -> new NotFoundException(Job.class, id));
    }

    /** Asks a job to stop; one that waits is stopped at once. */
    @Transactional
    public void cancel(long id, BranchScope scope) {
        jdbc.sql("""
                        update job set cancel_requested = true,
                          state = case when state = 'WAITING' then 'CANCELLED' else state end,
                          finished_at = case when state = 'WAITING' then :now else finished_at end
                        where id = :id and account_id = :account and state in ('WAITING', 'RUNNING')
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("account", scope.accountId())
                .update();
    }

    /** Takes a job up, unless it was cancelled; one that a crash interrupted is taken up again from its beginning. */
    @Transactional
    Optional<Order> begin(long id) {
        return jdbc.sql("""
                        update job set state = 'RUNNING', done = 0 where id = :id and state in ('WAITING', 'RUNNING')
                        returning id, account_id, acting_as, kind, parameters
                        """)
                .param("id", id)
                .query((row, number) -> new Order(
                        row.getLong("id"),
                        row.getLong("account_id"),
                        row.getString("acting_as"),
                        row.getString("kind"),
                        json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {})))
                .optional();
    }

    /** In a transaction of its own, so that it is seen while the work is still running. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean reached(long id, long done, long total) {
        return jdbc.sql("update job set done = :done, total = :total where id = :id returning cancel_requested")
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void done(long id, OptionalLong file) {
        finish(id, JobState.DONE, file.isPresent() ? file.getAsLong() : null, null);
    }

    @Transactional
    void failed(long id, String code) {
        finish(id, JobState.FAILED, null, code);
    }

    @Transactional
    void cancelled(long id) {
        finish(id, JobState.CANCELLED, null, null);
    }

    private void finish(long id, JobState state, @Nullable Long file, @Nullable String failure) {
        jdbc.sql("""
                        update job set state = :state, file_id = :file, failure = :failure, finished_at = :now,
                          done = case when :state = 'DONE' then total else done end
                        where id = :id
                        """)
                .param("state", state.name())
                .param("file", file, Types.BIGINT)
                .param("failure", failure, Types.VARCHAR)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        long file = row.getLong("file_id");
        boolean hasFile = !row.wasNull();
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("title"),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getBoolean("cancel_requested"),
                hasFile ? file : null,
                row.getString("file_name"),
                row.getString("failure"),
                instant(row.getObject("at", OffsetDateTime.class)),
                finished == null ? null : finished.toInstant());
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
