// Where the page is: on a server. It can ask Microsoft whose a domain is.
// In the file that opens from disk, place-alone.js takes this one's place.

export const lookUp = {};
