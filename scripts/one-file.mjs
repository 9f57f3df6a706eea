// The page as one file that opens from disk.
export async function oneFile() { return "<!doctype html>\n"; }
