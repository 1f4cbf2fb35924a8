/** Where the project is to be found; every address of ours begins so. */
export const home = "https://github.com/itorg/itorg";

/** The address of a page of docs, by its path below that: `rules/key-person.md`. */
export const pageAddress = (path: string): string => `${home}/blob/main/docs/${path}`;
