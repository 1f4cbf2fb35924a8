/** The pages of the doors that rules go through, by path below `docs/`. */
export function doorPages(): Map<string, string>;
