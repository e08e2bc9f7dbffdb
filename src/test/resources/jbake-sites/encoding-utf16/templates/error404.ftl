không có trang này ${content.type} [${content.rootpath}]
