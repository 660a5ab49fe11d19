/**
 * Platform and terminals live by one clock. It goes on by so much (ms) once every request of the step
 * before has been answered: counts and waits are the same on a busy machine.
 */
export const STEP_MS = 100
