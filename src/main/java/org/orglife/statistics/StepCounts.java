package org.orglife.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.orglife.campaign.CountedSteps;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is counted of the steps of each task beside its figures. */
@Component
class StepCounts implements CountedSteps {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepCounts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // what an earlier release has kept lacks what a later one added
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    @Override
    public Map<StepCode, StepProgress> of(long taskId) {
        Map<StepCode, StepProgress> counted = new EnumMap<>(StepCode.class);
        jdbc.sql("""
                        select s.key code, s.value counted from task_figures f, jsonb_each_text(f.steps) s
                        where f.task_id = :task
                        """).param("task", taskId).query(row -> {
            counted.put(
                    StepCode.valueOf(row.getString("code")),
                    json.readValue(row.getString("counted"), StepProgress.class));
        });
        return counted;
    }

    /** Keeps it; the task has figures by then. */
    void note(long taskId, Map<StepCode, StepProgress> counted) {
        List<StepCode> codes = List.copyOf(counted.keySet());
        jdbc.sql("""
                        update task_figures set steps = (select coalesce(jsonb_object_agg(code, cast(counted as jsonb)), '{}')
                          from unnest(:codes, :counted) as row (code, counted))
                        where task_id = :task
                        """)
                .param("codes", codes.stream().map(StepCode::name).toArray(String[]::new))
                .param(
                        "counted",
                        codes.stream()
                                .map(code -> json.writeValueAsString(counted.get(code)))
                                .toArray(String[]::new))
                .param("task", taskId)
                .update();
    }
}
