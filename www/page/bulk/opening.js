// Opens a workbook or a packed file with claims: in a worker (checker.js) or, where none can be had, in the page.

/**
 * The table of claims in a file, in UTF-8 as `claims`; where there is none, `problem` is the code of what
 * is the matter with the file, if it is known.
 *
 * - `engine`: with the core; `anything`: the library's script of that name, which tells problems by their codes
 */
export async function openFile(engine, anything, file) {
  const { parts, claims } = await anything.readAnything(engine, file);
  if (claims !== undefined) return { claims: new Blob([claims]) };
  const [problem] = parts.flatMap(({ problems }) => problems).filter(({ code }) => isTold(code));
  return { problem: problem?.code };
}

/** What an export lacks says nothing of a file of claims. */
const isTold = (code) => /^container-|-workbook$|-document$|^(pdf|image|archive|email)$/.test(code);
