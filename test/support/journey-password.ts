/** What everybody in a journey chooses as a password. */
export const JOURNEY_PASSWORD = 'Harvest-Moon-42-Lantern';
