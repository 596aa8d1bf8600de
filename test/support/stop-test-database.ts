/** Stops the database engine that all test files share. */
const stopTestDatabase = async (): Promise<void> => {};
export default stopTestDatabase;
