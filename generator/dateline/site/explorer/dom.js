// Elements, made in one line.

/** Make an element. Its attributes: null leaves one out, true sets it bare. Texts stay texts. */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Fill the {gaps} of a text. */
export const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
