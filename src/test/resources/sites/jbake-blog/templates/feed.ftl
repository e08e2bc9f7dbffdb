<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${config.site_name?xml}</title>
<#list published_posts as post>
<#if post?index == 5><#break></#if>
<item><title>${post.title?xml}</title><pubDate>${post.date?string("EEE, dd MMM yyyy HH:mm:ss Z")}</pubDate></item>
</#list>
</channel></rss>
