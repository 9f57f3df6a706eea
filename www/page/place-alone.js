// Where the page is: in one file, from disk. Its policy lets it ask nobody, so nothing of that is offered.

export const lookUp = undefined;
export const isServed = false;

/** All of it is in the file. */
export const loadStyle = () => undefined;
