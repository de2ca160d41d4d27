/** The package's version, as package.json has it; a test keeps them equal. */
export const version = '0.1.0';
