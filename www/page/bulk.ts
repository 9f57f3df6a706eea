// Where many claims had a page of their own: they are part of the page now.

location.replace(`./${location.search}#many`);

export {};
