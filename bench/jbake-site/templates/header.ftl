<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${(content.title!"Cách làm hay")?html}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="alternate" type="application/rss+xml" href="${content.rootpath!""}${config.feed_file}">
</head>
<body>
<header><a href="${content.rootpath!""}index.html">Trang chủ</a> <a href="${content.rootpath!""}${config.archive_file}">Lưu trữ</a></header>
<main>
