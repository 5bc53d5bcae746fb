// Elements, made in one line; and room for others to use the page.

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

/** End the task at hand: what was pressed meanwhile is answered, and what has changed is drawn, before the next. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));
