/** Where the checks could not be loaded, the words alone still make a form, described as by the library. */
export function worksheet(catalogue) {
  const fields = Object.entries(catalogue.fields).map(([name, { label, hint }]) => {
    const options = Object.entries(catalogue.options[name] ?? {});
    return {
      ...{ name, label, hint },
      type: options.length ? "choice" : "text",
      options: options.map(([value, text]) => ({ value, label: text })),
    };
  });
  return { fields, labels: { support: catalogue.support }, checks: [] };
}
