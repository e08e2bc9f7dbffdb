<!DOCTYPE html>
<html lang="vi">
<head>
<title>${(content.title!config.site_name)?html}</title>
</head>
<body>
<main>
