<#setting locale="en_US">
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>Cách làm hay</title>
<link>${config.site_host?xml}/</link>
<description>Bài mới</description>
<#list published_posts as post>
<#if post_index == 20><#break></#if>
<item>
<title>${post.title?xml}</title>
<link>${config.site_host?xml}/${post.uri}</link>
<guid>${config.site_host?xml}/${post.uri}</guid>
<pubDate>${post.date?string("EEE, dd MMM yyyy HH:mm:ss Z")}</pubDate>
<description>${(post.summary!"")?xml}</description>
</item>
</#list>
</channel>
</rss>
