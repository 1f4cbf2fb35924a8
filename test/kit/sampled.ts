/** How many of something to try: a few in `npm test`, all in `npm run test:long`. */
export const howMany = (few: number, all: number): number => (process.env["TEST_LONG"] ? all : few);
