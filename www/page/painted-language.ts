// Before the first paint, and before all other scripts: the first screen in the visitor’s language. The page brings it in
// each, and says which scripts have the other words of a language: these are asked for now.

import { negotiate } from "./language.js";

const locale = negotiate();
const painted = document.querySelector<HTMLTemplateElement>(`template[lang="${locale}"]`);
if (painted) show(painted);

function show({ content, dataset: { title = "", words = "" } }: HTMLTemplateElement): void {
  document.documentElement.lang = locale;
  document.title = title;
  for (const part of [...content.children]) {
    const place = part.id ? `#${part.id}` : `body > .${part.classList[0]}`;
    document.querySelector(place)?.replaceWith(part);
  }
  for (const href of words.split(" "))
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "modulepreload", href }),
    );
}
