<#import "macros.ftl" as m>
<#include "header.ftl">
<#list published_posts as post>
<section><h2><@m.link post/></h2><p>${(post.summary!"")?html}</p></section>
</#list>
<p>${(currentPageNumber!1)?c}/${(numberOfPages!1)?c} ${previousFileName!"-"} ${nextFileName!"-"}</p>
<#include "footer.ftl">
