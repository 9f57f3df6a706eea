// Where the page is: on a server. It can ask Microsoft whose a domain is, and may be stored.
// In the file that opens from disk, place-alone.js takes this one's place.

export const lookUp = {};
export const isServed = true;
