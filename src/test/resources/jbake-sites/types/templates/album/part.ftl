phần ${content.title}
