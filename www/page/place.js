// Where the page is: on a server. It can ask Microsoft whose a domain is, and may be stored.
// In the file that opens from disk, place-file.js takes this one's place.

export const lookUp = {};
export const isServed = true;

/** How the scripts of workers are found and run. */
export const scriptOf = ({ href }) => href;
export const scriptType = "module";
