package convas.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScheduleTest {
    @Test
    void staysAtOneWhereConstant() {
        assertEquals(1, Schedule.CONSTANT.factor(0, 10, 3));
        assertEquals(1, Schedule.CONSTANT.factor(29, 10, 3));
    }

    @Test
    void fallsAlongHalfACosine() {
        Schedule cosine = new Schedule(Schedule.Form.COSINE, 0, 0.2);
        // 20 steps: cos 0 = 1, cos 60 degrees = 0.5 after a third, cos 90 degrees = 0 at the middle.
        assertEquals(1, cosine.factor(0, 10, 2), 1e-12);
        assertEquals(0.2 + 0.8 * 0.5, cosine.factor(10, 10, 2), 1e-12);
        assertEquals(0.2 + 0.8 * 0.75, cosine.factor(20, 20, 3), 1e-12);
        assertEquals(0.2, cosine.factor(20, 10, 2), 1e-12);
    }

    @Test
    void risesLinearlyFirst() {
        Schedule schedule = new Schedule(Schedule.Form.COSINE, 0.5, 0);
        // Half of 8 steps are the rise: 1/4, 2/4, 3/4, 4/4, and the cosine starts at 1.
        assertEquals(0.25, schedule.factor(0, 8, 2), 1e-12);
        assertEquals(0.5, schedule.factor(1, 8, 2), 1e-12);
        assertEquals(1, schedule.factor(3, 8, 2), 1e-12);
        assertEquals(1, schedule.factor(4, 8, 2), 1e-12);
        // 6 of the 12 steps of the fall.
        assertEquals(0.5, schedule.factor(10, 8, 2), 1e-12);
    }
}
